import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** The processes, stopped ones too, that work on files in a folder, by their command lines. */
export async function proversOf(folder: string): Promise<string[]> {
  const { stdout } = spawn('ps', ['-A', '-o', 'stat=,args='], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = (await text(stdout)).split('\n');
  return lines.filter(
    (line) => line.includes(`${folder}/`) && line.includes('cairn-prover') && !line.startsWith('Z'),
  );
}
