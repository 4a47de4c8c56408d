/**
 * Joins class names. It does not settle contradictions, which would cost every page 8 KB of script:
 * what may be overridden is a class of the components' layer, and what overrides a utility says so (`!`).
 */
export { clsx as cn } from 'clsx';
