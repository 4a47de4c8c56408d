#!/usr/bin/env bash
# orval 8.38.0 (https://github.com/orval-labs/orval) writes TypeScript that does not parse for an object schema that
# has a fixed text (`const`) and, beside it, lets any further property be (`additionalProperties: {}`). Both are valid
# in OpenAPI 3.1. Seen with Node 20.20 and TypeScript 5.9.3: orval ends with 0, and for the schema `Answer` below it writes
#
#   export const AnswerValue = {
#     version: '1',
#     [key: string]: unknown,
#   } as const;
#
# whose third line is part of a type and not of a value: the compiler stops there with TS1005. The same document with
# `enum: ["1"]` instead of `const: "1"` gives code that compiles.
#
# Installs the two packages in a temporary folder, prints what it sees, and ends with 1 once that changes.
# Needs node, npm and the package registry.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --ignore-scripts --no-audit --no-fund --loglevel=error orval@8.38.0 typescript@5.9.3 >/dev/null

# Writes the document with the fixed text said as given, has orval make a client of it, and compiles that.
compile() {
  mkdir -p "$1"
  cat >"$1/openapi.json" <<JSON
{
  "openapi": "3.1.1",
  "info": { "title": "Example", "version": "1.0.0" },
  "paths": {
    "/answer": {
      "get": {
        "operationId": "getAnswer",
        "responses": {
          "200": {
            "description": "It worked.",
            "content": { "application/json": { "schema": { "\$ref": "#/components/schemas/Answer" } } }
          }
        }
      }
    }
  },
  "components": {
    "schemas": {
      "Answer": {
        "type": "object",
        "required": ["version"],
        "properties": { "version": { "type": "string", $2 } },
        "additionalProperties": {}
      }
    }
  }
}
JSON
  node_modules/.bin/orval --input "$1/openapi.json" --output "$1/api.ts" --client fetch >"$1/log" 2>&1 ||
    { echo "orval itself failed:"; cat "$1/log"; exit 1; }
  node_modules/.bin/tsc --noEmit --strict --skipLibCheck --target es2022 --module esnext --moduleResolution bundler \
    --lib es2022,dom "$1/api.ts" >"$1/compiled" 2>&1
}

if compile fixed '"const": "1"'; then
  echo 'CHANGED: what orval makes of a const beside additionalProperties compiles now.'
  exit 1
fi
grep -n -A 3 'AnswerValue = ' fixed/api.ts || { echo 'CHANGED: no AnswerValue is written any more.'; exit 1; }
head -3 fixed/compiled
grep -q TS1005 fixed/compiled || { echo 'CHANGED: the compiler says something else.'; exit 1; }

if ! compile chosen '"enum": ["1"]'; then
  echo 'CHANGED: what orval makes of an enum of one does not compile either.'
  cat chosen/compiled
  exit 1
fi
echo 'As described: const beside additionalProperties does not compile, an enum of one does.'
