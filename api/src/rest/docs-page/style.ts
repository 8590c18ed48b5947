import { Html } from './html.js';

const CSS = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --front: #1d2430; --soft: #5b6576; --line: #dfe3ea; --panel: #f5f7fa; --link: #1a5fb4;
  --get: #1a6d3a; --post: #1a5fb4; --patch: #8a5a00; --delete: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14181f; --front: #e4e8ee; --soft: #9aa5b5; --line: #2b323d; --panel: #1b212a; --link: #8ab8f5;
    --get: #6fcf97; --post: #8ab8f5; --patch: #e0b25a; --delete: #f2938c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 22rem minmax(0, 1fr); background: var(--back); color: var(--front);
  font: 16px/1.55 system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; border-right: 1px solid var(--line);
  background: var(--panel); font-size: 13px; }
nav p { margin: 1rem 0 .25rem; color: var(--soft); font-weight: 600; }
nav .title { font-size: 16px; margin-top: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: grid; grid-template-columns: 3.6rem minmax(0, 1fr); padding: .15rem 0; color: var(--front); }
nav .method { line-height: 1.9; }
main { padding: 2rem 2.5rem 6rem; max-width: 62rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
h1 small { color: var(--soft); font-weight: 400; font-size: 1.1rem; }
h2 { margin-top: 3rem; text-transform: capitalize; border-bottom: 2px solid var(--line); padding-bottom: .3rem; }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h4 { margin: 1.2rem 0 .3rem; font-size: .9rem; color: var(--soft); }
section { padding: 1.8rem 0 1.2rem; border-bottom: 1px solid var(--line); scroll-margin-top: 0; }
.summary { font-size: 1.05rem; margin: .2rem 0 .6rem; }
.access, .optional { color: var(--soft); font-size: .85rem; }
.method { font: 700 .8em/1 ui-monospace, monospace; }
.get { color: var(--get); } .post { color: var(--post); } .patch { color: var(--patch); } .delete { color: var(--delete); }
code, pre { font: .9em/1.45 ui-monospace, monospace; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
td:first-child { width: 38%; } td:nth-child(2) { width: 24%; }
details td:first-child { width: 5rem; } details td:nth-child(2) { width: auto; }
details { margin-top: 1.2rem; }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; font-weight: 600; }
@media (max-width: 60rem) {
  body { display: block; }
  nav { position: static; height: auto; border-right: 0; border-bottom: 1px solid var(--line); }
  main { padding: 1.2rem 1rem 4rem; }
}
@media print { nav { display: none; } body { display: block; } }
`;

/** The page's style sheet, as it stands in the page: the content security policy lets in this very text. */
export const STYLE = new Html(CSS);
