import { Link } from './link';
import type { ComponentProps } from 'react';
import { buttonClass, type Looks } from './button-class';
import { cn } from './cn';

export function ButtonLink({
  variant,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & Looks) {
  return <Link {...props} className={cn(buttonClass(variant, size), className)} />;
}
