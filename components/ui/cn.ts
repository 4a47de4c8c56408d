/**
 * Joins class names. It does not resolve contradictions, which would cost every page 8 KB of script: a class that may be
 * overridden belongs to the components' layer, and a class that overrides a utility is marked with `!`.
 */
export { clsx as cn } from 'clsx';
