import type { ComponentProps } from 'react';
import { buttonClass, type Looks } from './button-class';
import { cn } from './cn';

export function Button({ variant, size, className, ...props }: ComponentProps<'button'> & Looks) {
  return <button type="button" {...props} className={cn(buttonClass(variant, size), className)} />;
}
