import { type BannerData, banner, icon, strong } from "./elements.ts";

/** Something good to say first: saved, answered, registered. */
export function noticeBanner(text: string): BannerData {
  return banner("good", icon("CheckmarkCircle", "✓", "Good", "Filled"), [strong(text)]);
}
