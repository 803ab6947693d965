/** Commands of LaTeX that stand for one sign: those that recognition uses in budgets. */
export const formulaSigns = new Map<string, string>(
  Object.entries({
    ...{ geq: '≥', ge: '≥', geqslant: '≥', geqq: '≥', leq: '≤', le: '≤', leqslant: '≤', leqq: '≤' },
    ...{ gt: '>', lt: '<', neq: '≠', ne: '≠', approx: '≈', equiv: '≡', pm: '±', mp: '∓' },
    ...{
      times: '×',
      div: '÷',
      cdot: '·',
      ast: '*',
      sim: '~',
      infty: '∞',
      sum: '∑',
      surd: '√',
      checkmark: '✓',
    },
    ...{ ldots: '…', cdots: '…', dots: '…', dotsc: '…', colon: ':', vert: '|', mid: '|' },
    ...{ rightarrow: '→', to: '→', leftarrow: '←', Rightarrow: '⇒', uparrow: '↑', downarrow: '↓' },
    ...{
      circ: '°',
      degree: '°',
      prime: '′',
      permil: '‰',
      celsius: '℃',
      square: '□',
      Box: '□',
      blacksquare: '■',
    },
    ...{ bullet: '•', star: '☆', bigstar: '★', triangle: '△', blacktriangle: '▲', bigcirc: '○', S: '§' },
    ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', mu: 'μ', pi: 'π', sigma: 'σ', omega: 'ω' },
    ...{ Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω', yen: '¥', textyen: '¥', pounds: '£', textbackslash: '\\' },
  }),
);

/** Commands that say how their argument looks; whether it is text, in which blanks count. */
export const textCommands = new Map<string, boolean>([
  ...'text textrm textbf textit textsf texttt textnormal mbox hbox emph'
    .split(' ')
    .map((name): [string, boolean] => [name, true]),
  ...'mathrm mathbf mathit mathsf mathtt mathnormal bm boldsymbol boldmath pmb operatorname underline'
    .split(' ')
    .map((name): [string, boolean] => [name, false]),
]);

/** Commands that print nothing. */
export const quietCommands = new Set(
  [
    'left right big Big bigl bigr Bigl Bigr rm bf it sf displaystyle textstyle scriptstyle limits',
    'tiny scriptsize footnotesize small normalsize large Large quad qquad',
  ]
    .join(' ')
    .split(' '),
);
