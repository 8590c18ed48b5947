import {
  bind,
  completePath,
  LinesView,
  line,
  panel,
  typedPath,
  useBodySize,
  useLayer,
  useOverlays,
  useValue,
  ValueStore,
  wrapText,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { Desk } from '../desk/desk.js';
import type { Page } from '../page.js';
import { PUBLISH_COMMANDS } from './publish-commands.js';
import { PublishView } from './publish-view.js';
import { Publishing } from './publishing.js';

/** From a folder on this machine to a program that donors may run. */
export const PUBLISH_PAGE: Page = {
  name: 'Publish',
  open(desk) {
    const publishing = new ValueStore<Publishing | undefined>(undefined);
    return {
      draw: () => <PublishPage desk={desk} publishing={publishing} />,
      quitQuestion: () => publishing.get()?.quitQuestion(),
    };
  },
};

interface PublishPageProps {
  readonly desk: Desk;
  readonly publishing: ValueStore<Publishing | undefined>;
}

function PublishPage({ desk, publishing }: PublishPageProps): ReactNode {
  const now = useValue(publishing);
  const onChoice = (dir: string): void => {
    const begun = new Publishing(desk.place, dir, ({ program }) => {
      desk.program.set(program.id);
      void desk.programs.refresh();
    });
    publishing.set(begun);
    void begun.open();
  };
  const onLeave = (): void => {
    now?.end();
    publishing.set(undefined);
  };
  if (now === undefined) return <ChooseFolder onChoice={onChoice} />;
  return <PublishView desk={desk} publishing={now} onLeave={onLeave} />;
}

const EXPLANATION = [
  'Publish a Cairo package: a folder with Scarb.toml and src/lib.cairo.',
  'It is compiled here first, and what was compiled is kept: proofs are later verified against it, not against what the server says. Only Scarb.toml, Scarb.lock, README.md and src/ leave this machine, and the built executable where the package has dependencies of a registry.',
  'o chooses the folder.',
];

function ChooseFolder({ onChoice }: { readonly onChoice: (dir: string) => void }): ReactNode {
  const { width, height } = useBodySize();
  const overlays = useOverlays();
  const choose = async (): Promise<void> => {
    const answers = await overlays.ask('Publish a package', [
      {
        name: 'dir',
        label: 'Folder',
        initial: '',
        help: 'The folder with Scarb.toml. Tab completes.',
        complete: (typed) => completePath(typed, () => false),
        check: (typed) => (typed === '' ? 'type the path of a folder' : undefined),
      },
    ]);
    if (answers?.dir !== undefined) onChoice(typedPath(answers.dir));
  };
  useLayer('page', { bindings: [bind(PUBLISH_COMMANDS.choose, choose)] });
  const lines = EXPLANATION.flatMap((text) => [...wrapText(text, width - 4).map((part) => line(part)), []]);
  return <LinesView lines={panel(lines, { title: 'Publish', width, height, focused: true })} />;
}
