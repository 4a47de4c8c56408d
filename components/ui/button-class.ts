import { cn } from './cn';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';
export type ButtonSize = 'md' | 'sm';

const variants: Record<ButtonVariant, string> = {
  primary:
    'bg-primary text-on-primary border-primary hover:bg-primary-strong hover:border-primary-strong',
  secondary: 'bg-surface text-fg border-edge hover:border-fg active:bg-neutral-bg',
  danger: 'bg-surface text-danger border-danger hover:bg-danger-bg',
  quiet: 'bg-transparent text-primary border-transparent hover:bg-neutral-bg',
};
const sizes: Record<ButtonSize, string> = {
  md: 'min-h-11 px-4 py-2',
  sm: 'min-h-8 px-3 py-1 text-sm pointer-coarse:min-h-11',
};

export const buttonClass = (variant: ButtonVariant = 'primary', size: ButtonSize = 'md') =>
  cn(
    'inline-flex items-center justify-center gap-2 rounded border text-center leading-snug',
    'font-semibold no-underline transition-colors aria-disabled:opacity-70',
    variants[variant],
    sizes[size],
  );

export type Looks = { variant?: ButtonVariant; size?: ButtonSize };
