-- Returns a text in the form in which texts are compared: without regard to width, case, kind of dash, blanks,
-- invisible characters and a full stop at the end. lib/normal.ts makes the same form, and db/normal.db.test.ts
-- compares the two. Uses only simple case mapping and fixed lists of characters, so that the form is the same on
-- every machine.
create or replace function app.normal_text(_text text)
  returns text
  language sql immutable strict parallel safe
  return normalize(
    regexp_replace(
      regexp_replace(
        translate(
          regexp_replace(
            regexp_replace(
              lower(translate(normalize(regexp_replace(normalize(_text, NFKC),
                '[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
                '', 'g'), NFKC), U&'\0130', 'i') collate pg_c_utf8),
              '[\u002d\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2053\u207b\u208b\u2212\u2500-\u2501\u2e17\u2e1a\u2e3a-\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\u30fc\ufe31-\ufe32\ufe58\ufe63\uff0d\U00010d6e\U00010ead]',
              '-', 'g'),
            '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000]+', ' ', 'g'),
          U&'\3014\3015\3010\3011\3016\3017\005b\005d\03c2\2022\2027\2219\22c5\2e31\2e33\30fb',
          U&'()()()()\03c3\00b7\00b7\00b7\00b7\00b7\00b7\00b7'),
        '[ .\u3002]+$', ''),
      '^ ', ''),
    NFKC);

-- Returns the form in which numbers of orders and contracts are compared: as app.normal_text, and blanks and
-- dashes count only between two digits.
create or replace function app.identity_key(_text text)
  returns text
  language sql immutable strict parallel safe
  return normalize(
    regexp_replace(
      regexp_replace(
        regexp_replace(app.normal_text(_text), '[ -]+', '-', 'g'),
        '(?<![0-9])-|-(?![0-9])', '', 'g'),
      '[.\u3002]+$', ''),
    NFKC);

-- Returns the form in which the words of a search are looked for: as app.normal_text, without punctuation and
-- symbols.
create or replace function app.search_text(_text text)
  returns text
  language sql immutable strict parallel safe
  return normalize(
    regexp_replace(app.normal_text(_text),
      '[\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u00d7\u00f7\u2010-\u205e\u20a0-\u20c0\u2190-\u2bff\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe10-\ufe6f]+',
      '', 'g'),
    NFKC);
