import { Argument, type Command } from 'commander';
import { ruleIds } from '../../index.ts';
import type { Session } from '../session.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

const examples = `
Examples:
  copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  copydesk completion zsh > ~/.zfunc/_copydesk
  copydesk completion fish > ~/.config/fish/completions/copydesk.fish`;

/** What can be written after a command: its options, and what some of them take. */
interface Words {
  readonly command: string;
  readonly summary: string;
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly values: readonly string[];
  }[];
  /** What its arguments may be besides files. */
  readonly values: readonly string[];
}

/** `copydesk completion`: what a shell needs to complete commands, options and rules. */
export function addCompletion(program: Command, session: Session): void {
  program
    .command('completion')
    .summary('print a script that completes commands in your shell')
    .description('Prints a script by which a shell completes commands, options, formats and rules.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText('after', examples)
    .action(async (shell: (typeof shells)[number]) => {
      const words = program.commands.map(wordsOf);
      const names = words.map(({ command }) => command);
      words.push({ command: 'help', summary: 'show how a command is used', options: [], values: names });
      await session.out.write({ bash, zsh, fish }[shell](words));
    });
}

function wordsOf(command: Command): Words {
  const argument = command.registeredArguments[0];
  return {
    command: command.name(),
    summary: command.summary(),
    options: [
      ...command.options.map(({ long, description, argChoices }) => ({
        flag: long ?? '',
        description,
        values: argChoices ?? (long === '--rule' ? ruleIds : []),
      })),
      { flag: '--help', description: 'show how it is used', values: [] },
    ],
    values: command.name() === 'explain' ? ruleIds : (argument?.argChoices ?? []),
  };
}

function bash(words: readonly Words[]): string {
  const cases = words.map(({ command, options, values }) => {
    const valued = options
      .filter((option) => option.values.length > 0)
      .map(
        (option) =>
          `      ${option.flag}) COMPREPLY=($(compgen -W '${option.values.join(' ')}' -- "$word")); return ;;\n`,
      );
    const all = [...options.map(({ flag }) => flag), ...values].join(' ');
    return `  ${command})\n    case $before in\n${valued.join('')}    esac\n    COMPREPLY=($(compgen -W '${all}' -- "$word")) ;;\n`;
  });
  return `_copydesk() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${words.map(({ command }) => command).join(' ')}' -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('')}  esac
}
complete -o bashdefault -o default -F _copydesk copydesk
`;
}

function zsh(words: readonly Words[]): string {
  return `#compdef copydesk\nautoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;
}

function fish(words: readonly Words[]): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = words.flatMap(({ command, summary, options, values }) => [
    `complete -c copydesk -n __fish_use_subcommand -a ${command} -d ${quoted(summary)}`,
    ...options.map(({ flag, description, values: choices }) => {
      const takes = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : '';
      return `complete -c copydesk -n '__fish_seen_subcommand_from ${command}' -l ${flag.slice(2)}${takes} -d ${quoted(description)}`;
    }),
    ...(values.length > 0
      ? [`complete -c copydesk -n '__fish_seen_subcommand_from ${command}' -x -a ${quoted(values.join(' '))}`]
      : []),
  ]);
  return `${lines.join('\n')}\n`;
}
