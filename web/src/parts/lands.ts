/** Countries by name, where the records give their codes. */

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** *Syria* for `SY`; what is no code of a country stays as it is. */
export function landName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** *Deir ez-Zor, Syria*; what is not known is left out. */
export function landWords(province: string | null, country: string | null): string {
  const told = [province, country === null ? null : landName(country)];
  return told.filter((one) => one !== null && one !== "").join(", ");
}
