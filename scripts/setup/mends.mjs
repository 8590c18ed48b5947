/** @typedef {import('./mended-source.mjs').Edit} Edit */

/** Stable Rust: the standard library has renamed the call. @type {Edit[]} */
export const renamedCall = [{ file: 'src/prover_types/simd.rs', from: '.to_int()', to: '.to_simd()' }];

/** The longest sequence columns of the tiers between the small one and the large ones, as powers of two. */
const longest = [21, 22, 23, 24, 25];
/** Cells and columns of the small tier, whose longest sequence is 2^20. */
const small = { longest: 20, cells: 10_161_776, columns: 156 };

const tiers = longest.map((log) => ({
  name: `CanonicalSmall${log}`,
  longest: log,
  // Each sequence column that is added holds a power of two.
  cells: small.cells + 2 ** (log + 1) - 2 ** (small.longest + 1),
  columns: small.columns + log - small.longest,
}));

/**
 * The same line for each tier.
 * @param {(tier: typeof tiers[number]) => string} line
 */
const each = (line) => tiers.map((tier) => `${line(tier)}\n`).join('');

/** Tiers with the small one's columns and longer sequences, after those that the crate has, whose numbers stay. */
const edits = [
  [
    '    CanonicalSmall,\n}\nimpl',
    `    CanonicalSmall,\n${each(({ name }) => `    /// The columns of \`CanonicalSmall\`, with longer sequences.\n    ${name},`)}}\nimpl`,
  ],
  ['[Self; 3] = {', `[Self; ${3 + tiers.length}] = {`],
  [
    'Self::CanonicalSmall => (),\n',
    `Self::CanonicalSmall => (),\n${each(({ name }) => `            Self::${name} => (),`)}`,
  ],
  [
    'Self::CanonicalSmall,\n        ]',
    `Self::CanonicalSmall,\n${each(({ name }) => `            Self::${name},`)}        ]`,
  ],
  [
    'PreProcessedTraceVariant::CanonicalSmall => PreProcessedTrace::canonical_small(),\n',
    'PreProcessedTraceVariant::CanonicalSmall => PreProcessedTrace::canonical_small(),\n            longer => PreProcessedTrace::small(*longer),\n',
  ],
  [
    'PreProcessedTraceVariant::CanonicalSmall => 10161776,\n',
    `PreProcessedTraceVariant::CanonicalSmall => 10161776,\n${each(({ name, cells }) => `            PreProcessedTraceVariant::${name} => ${cells},`)}`,
  ],
  [
    'PreProcessedTraceVariant::CanonicalSmall => 156,\n',
    `PreProcessedTraceVariant::CanonicalSmall => 156,\n${each(({ name, columns }) => `            PreProcessedTraceVariant::${name} => ${columns},`)}`,
  ],
  [
    'PreProcessedTraceVariant::CanonicalSmall => 20,\n',
    `PreProcessedTraceVariant::CanonicalSmall => 20,\n${each((tier) => `            PreProcessedTraceVariant::${tier.name} => ${tier.longest},`)}`,
  ],
  [
    'pub fn canonical_small() -> Self {\n        let columns = Self::canonical_small_columns();\n',
    `pub fn canonical_small() -> Self {
        Self::small(PreProcessedTraceVariant::CanonicalSmall)
    }

    fn small(variant: PreProcessedTraceVariant) -> Self {
        let columns = Self::canonical_small_columns(variant.max_log_trace_size());
`,
  ],
  ['variant: PreProcessedTraceVariant::CanonicalSmall,\n        }', 'variant,\n        }'],
  [
    'fn canonical_small_columns() -> Vec<Box<dyn PreProcessedColumn>> {\n        let seq = (MIN_SEQUENCE_LOG_SIZE..=SMALL_MAX_SEQUENCE_LOG_SIZE)',
    'fn canonical_small_columns(longest: u32) -> Vec<Box<dyn PreProcessedColumn>> {\n        let seq = (MIN_SEQUENCE_LOG_SIZE..=longest)',
  ],
];

/** @type {Edit[]} */
export const longerSmallTiers = edits.map(([from = '', to = '']) => ({
  file: 'src/preprocessed_columns/preprocessed_trace.rs',
  from,
  to,
}));
