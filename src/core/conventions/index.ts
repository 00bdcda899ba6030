import { type Spacing, UNIT_SPACING } from "../boundary/spacing.js";
import { scoreById } from "../catalogue.js";
import type { Evidence, EvidenceKind } from "../evidence.js";
import type { ParameterValues } from "../parameters.js";
import { boundaryIouApi } from "./boundaryIouApi.js";
import { lyakaap, petrosgk } from "./carvana.js";
import type { CallFacts, Convention, PeerValue, Variant } from "./convention.js";
import { deepmind } from "./deepmind.js";
import { keras } from "./keras.js";
import { cityscapes, pytorchFcn } from "./labelLibraries.js";
import { lovaszSoftmax } from "./lovaszSoftmax.js";
import { medpy } from "./medpy.js";
import { metricsReloaded } from "./metricsReloaded.js";
import { monai } from "./monai.js";
import { cellpose, dsb2018, panopticapi, stardist } from "./objectLibraries.js";
import { type Preset, parameterPresets } from "./presets.js";
import { scikitImage } from "./scikitImage.js";
import { shruti } from "./shruti.js";
import { sklearn } from "./sklearn.js";
import { smp } from "./smp.js";
import { tfjs } from "./tfjs.js";
import { torch } from "./torch.js";
import { torchmetrics } from "./torchmetrics.js";

export type { Convention, PeerValue, Variant } from "./convention.js";
export type { Preset } from "./presets.js";

/** The libraries whose conventions are known, by the name of their preset, in the order shown. */
export const conventions = {
  keras,
  smp,
  monai,
  torchmetrics,
  "metrics-reloaded": metricsReloaded,
  deepmind,
  sklearn,
  medpy,
  torch,
  tensorflow: tfjs,
  "lovasz-softmax": lovaszSoftmax,
  lyakaap,
  petrosgk,
  shruti,
  "boundary-iou-api": boundaryIouApi,
  "scikit-image": scikitImage,
  "pytorch-fcn": pytorchFcn,
  cityscapes,
  stardist,
  cellpose,
  dsb2018,
  panopticapi,
} as const satisfies Record<string, Convention>;

export type LibraryName = keyof typeof conventions;
export type PresetName = keyof typeof parameterPresets | LibraryName;

/** The parameter values that a preset sets, by score id. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  ...parameterPresets,
  ...mapValues(conventions, ({ scores }: Convention) => mapValues(scores, ([own]): ParameterValues => own.parameters)),
};

export const presetNames = Object.keys(presets) as readonly PresetName[];

export function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(presets, name);
}

export function isLibrary(name: PresetName): name is LibraryName {
  return Object.hasOwn(conventions, name);
}

function mapValues<Key extends string, From, To>(record: Readonly<Record<Key, From>>, to: (value: From) => To) {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, to(value)]);
  // The keys are those of the record, which the type of Object.fromEntries cannot express.
  return Object.fromEntries(entries) as Record<Key, To>;
}

function variantsOf(library: LibraryName, scoreId: string, kind: Evidence["kind"]): readonly Variant[] {
  const { scores }: Convention = conventions[library];
  return (Object.hasOwn(scores, scoreId) ? scores[scoreId] : []).filter(({ kinds }) => kinds.includes(kind));
}

/** The library's own variant of a score for such evidence, if it has the score. */
export function ownVariant(library: LibraryName, scoreId: string, kind: Evidence["kind"]): Variant | undefined {
  return variantsOf(library, scoreId, kind)[0];
}

/** One line of the side-by-side comparison of a score. */
export interface ComparedValue {
  readonly preset: PresetName;
  /** Set where it is not the preset's own call, such as "smooth=1". */
  readonly variant?: string;
  readonly library: string;
  /** Of a variant: the parameters by which alone it differs from the preset's own call; none where more differs. */
  readonly turned?: ParameterValues;
  /** What it returns; null where the default is undefined, or the evidence lacks what it reads. */
  readonly value: PeerValue | null;
  /** Why it differs from the default, in a sentence. */
  readonly differs: string;
  /** The call that returns it; null where it is ours. */
  readonly python: string | null;
}

/** A variant is named after the parameters that set it apart ("smooth=1"), or after what no parameter says. */
function turnedFrom(preset: LibraryName, scoreId: string, { name = "", parameters }: Variant) {
  const [own] = (conventions[preset] as Convention).scores[scoreId];
  const turned = Object.entries(parameters).filter(([id, value]) => own.parameters[id] !== value);
  const named = turned.map(([id, value]) => `${id}=${value}`).join(", ");
  return turned.length > 0 && named === name ? { turned: Object.fromEntries(turned) } : {};
}

/** What the conventions are asked with: the settings that are not in the evidence. */
export interface SharedValues {
  /** Foreground is p > threshold; in [0, 1]. */
  readonly threshold: number;
  /** Side of the boundary-weight window, pixels. */
  readonly kernel: number;
  /** Size of a pixel, x then y: the unit of every distance. Pixels, [1, 1], where not given. */
  readonly spacing?: Spacing;
  /** IoU above which objects match, in [0, 1); 1/2 where not given. */
  readonly matchIou?: number;
  /** Values turned by hand, by score id; they win over the preset. */
  readonly overrides?: Preset;
}

/** What every convention of a score is asked with: the shared settings, and the parameters turned by hand. */
export function sharedParameters({ threshold, matchIou, overrides }: SharedValues, scoreId: string): ParameterValues {
  return { threshold, ...(matchIou !== undefined && { iou: matchIou }), ...overrides?.[scoreId] };
}

export function callFacts({ kernel, spacing = UNIT_SPACING }: SharedValues, kind: EvidenceKind): CallFacts {
  return { kind, kernel, spacing };
}

/** All conventions of one score, the default first. Parameters turned by hand are turned in all that have them. */
export function compareConventions(evidence: Evidence, settings: SharedValues, scoreId: string): ComparedValue[] {
  const score = scoreById(scoreId);
  const parameters = sharedParameters(settings, scoreId);
  const call = callFacts(settings, evidence.kind);
  const ours = (Object.keys(parameterPresets) as Array<keyof typeof parameterPresets>).flatMap((preset) => {
    const values: ParameterValues | undefined = presets[preset][scoreId];
    if (preset !== "default" && !values) return [];
    const differs =
      preset === "default"
        ? score.source
        : `The seed's parameters: ${Object.entries(values)
            .map((p) => p.join(" "))
            .join(", ")}.`;
    const value = score.evaluate(evidence, { kernel: settings.kernel, ...values, ...parameters });
    return [{ preset, library: "Mask Inspector", value, differs, python: null }];
  });
  const theirs = (Object.keys(conventions) as LibraryName[]).flatMap((preset) =>
    variantsOf(preset, scoreId, evidence.kind).map((variant) => ({
      preset,
      ...(variant.name !== undefined && { variant: variant.name, ...turnedFrom(preset, scoreId, variant) }),
      library: conventions[preset].library,
      value: variant.evaluate(evidence, parameters),
      differs: variant.differs,
      python: variant.python(parameters, call),
    })),
  );
  return [...ours, ...theirs];
}
