// What build.mjs tells the page: kiosk.json, and the picture of each article.

export interface Settings {
  title: string;
  subtitle: string;
  /** The article whose picture comes first. */
  cover?: string;
  /** After so long without a touch or a key, the next visitor finds the first page. */
  idleSeconds: number;
  pictures: Record<string, string>;
}

declare const __KIOSK__: Settings;
export const settings: Settings = __KIOSK__;
