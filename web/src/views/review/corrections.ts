/** Which fields of a claim a person can put right, what a value looks like, and what the claim says now. */

import type { ClaimCard } from "../../api/records";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  /** What the field says now, as it would be typed. */
  readonly now: (claim: ClaimCard) => string;
  readonly choices?: readonly string[];
}

const names = (listed: readonly { readonly name: string }[]) => listed.map((one) => one.name).join("; ");
const NAMES = "Names or ids, parted by “;”. “none” empties it. A name that no register holds is kept as words.";
const DAYS = "2017-06-17, 2017-06, 2017-06-17/2017-06-20, or words such as “on Tuesday”. “none” empties it.";

function days(time: ClaimCard["time"]): string {
  if (time === null) return "none";
  return time.start === time.end ? (time.start ?? time.text) : `${time.start ?? ""}/${time.end ?? ""}`;
}

export const FIELDS: readonly Field[] = [
  { name: "agents", label: "Who did it", help: NAMES, now: (claim) => names(claim.agents) || "none" },
  { name: "targets", label: "To whom", help: NAMES, now: (claim) => names(claim.targets) || "none" },
  { name: "recipients", label: "With or for whom", help: NAMES, now: (claim) => names(claim.recipients) || "none" },
  {
    name: "places",
    label: "Where",
    help: "Names or ids, parted by “;”, each perhaps behind its role: near Kherson; from Beryslav. “none” empties it.",
    now: (claim) => claim.places.map((place) => `${place.role ?? "at"} ${place.name}`).join("; ") || "none",
  },
  { name: "time", label: "When", help: DAYS, now: (claim) => days(claim.time) },
  {
    name: "amounts",
    label: "How many",
    help: "What is counted and a number, parted by “;”: killed: at least 30 fighters of ISIS; wounded: 12. “none” empties it.",
    now: (claim) =>
      claim.amounts.map((one) => [`${one.what}:`, one.wording, one.low ?? one.high ?? "", one.unit].filter((word) => word !== "").join(" ")).join("; ") ||
      "none",
  },
  { name: "speakers", label: "Who says so", help: `${NAMES} Innermost first; none is the outlet itself.`, now: (claim) => names(claim.speakers) || "none" },
  { name: "said", label: "When it was said", help: DAYS, now: (claim) => days(claim.said) },
  { name: "type", label: "What kind of act", help: "A type of claim, such as airstrike.", now: (claim) => claim.type },
  {
    name: "modality",
    label: "How it is told",
    help: "",
    now: (claim) => claim.modality,
    choices: ["happened", "planned", "possible", "conditional", "unconfirmed"],
  },
  { name: "polarity", label: "Affirmed or denied", help: "", now: (claim) => claim.polarity, choices: ["affirmed", "denied"] },
  { name: "aspect", label: "Its course", help: "", now: (claim) => claim.aspect, choices: ["begun", "ongoing", "completed", "none"] },
  { name: "hedged", label: "Told at a distance", help: "", now: (claim) => (claim.hedged ? "yes" : "no"), choices: ["yes", "no"] },
  { name: "status", label: "In what state", help: "Open, closed, cut and the like, in small letters; “none” empties it.", now: (claim) => claim.status ?? "none" },
];

/** The field of that name in words. */
export function fieldLabel(name: string): string {
  return FIELDS.find((field) => field.name === name)?.label ?? name;
}
