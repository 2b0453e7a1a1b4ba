import type { TextPattern } from '../../../../core/parse/residue.ts';
import { alone, begins } from './patterns.ts';

/** The links of Portuguese pages. */
export const portuguese: readonly TextPattern[] = [
  ...alone('pt', [
    'compartilhar',
    'compartilhe',
    'partilhar',
    'imprimir',
    'enviar',
    'comentários',
    'comentar',
    'leia também',
    'veja também',
    'notícias relacionadas',
    'mais lidas',
    'últimas notícias',
    'etiquetas',
    'próximo',
    'siga-nos',
    'voltar ao topo',
    'ir para o conteúdo',
    'deixe seu comentário',
    'leia mais sobre',
  ]),
  ...begins('pt', 22, [
    'leia também',
    'veja também',
    'leia mais',
    'saiba mais',
    'siga-nos',
    'clique aqui',
    'atenção: comentários',
    'tags:',
  ]),
];
