import { createContext, useContext } from 'react';

/** Tells in the footer what just happened, for some seconds. */
export type Notice = (text: string) => void;

export const NoticeContext = createContext<Notice>(() => {});

export function useNotice(): Notice {
  return useContext(NoticeContext);
}
