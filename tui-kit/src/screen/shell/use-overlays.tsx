import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { ConfirmPopup } from '../dialog/confirm-popup.js';
import { FormPopup } from '../form/form-popup.js';
import type { Overlays } from './overlays.js';
import { ScrollPopup } from './scroll-popup.js';

const READING_WIDTH = 76;

/** What is laid over a screen, and what lays it there. */
export function useOverlayStack(): { readonly overlays: Overlays; readonly stack: ReactNode } {
  const [stack, setStack] = useState<readonly ReactNode[]>([]);
  const overlays = useMemo((): Overlays => {
    let shown = 0;
    const show: Overlays['show'] = (overlay) => {
      const close = (): void => setStack((before) => before.filter((other) => other !== element));
      shown += 1;
      // A key of its own: what one form holds is not for the next one in its place.
      const element = <Fragment key={shown}>{overlay(close)}</Fragment>;
      setStack((before) => [...before, element]);
    };
    return {
      show,
      showLines: (title, lines) =>
        show((close) => <ScrollPopup title={title} lines={lines} width={READING_WIDTH} onClose={close} />),
      confirm: (question) =>
        new Promise((resolve) =>
          show((close) => <ConfirmPopup question={question} onAnswer={closing(close, resolve)} />),
        ),
      ask: (title, fields, problem) =>
        new Promise((resolve) =>
          show((close) => <FormPopup {...{ title, fields, problem }} onEnd={closing(close, resolve)} />),
        ),
    };
  }, []);
  return { overlays, stack: stack.at(-1) };
}

function closing<T>(close: () => void, resolve: (answer: T) => void): (answer: T) => void {
  return (answer) => {
    close();
    resolve(answer);
  };
}
