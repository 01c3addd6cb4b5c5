import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type ReactNode, type Ref } from 'react';

interface Props extends Omit<ButtonProps, 'href'>, Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

const Anchor = ({ ref, ...rest }: Props) => <Button component="a" ref={ref} {...rest} />;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = createLink(Anchor);
