import type { Locator } from "playwright";
import type { Running } from "../fixtures/hosts.ts";
import { Designer } from "./designer.ts";
import { PathDialog } from "./path-dialog.ts";

/** The first screen: recent projects, and the ways in. */
export class WelcomePage {
  readonly #seedloom: Running;
  readonly sampleButton: Locator;
  readonly recent: Locator;
  readonly error: Locator;

  constructor(seedloom: Running) {
    this.#seedloom = seedloom;
    const { page } = seedloom;
    this.sampleButton = page.getByRole("button", { name: "Try the sample shop" });
    this.recent = page.getByRole("region", { name: "Recent projects" });
    this.error = page.getByRole("alert");
  }

  async openSample(): Promise<Designer> {
    await this.sampleButton.click();
    return Designer.shown(this.#seedloom);
  }

  /** By the system's dialog where there is one, else by the window's own. */
  async chooseDatabase(path: string): Promise<void> {
    await this.#choose("Open a file", path);
  }

  async chooseProject(folder: string): Promise<void> {
    await this.#choose("Open a project folder", folder);
  }

  async #choose(action: string, path: string): Promise<void> {
    const { page } = this.#seedloom;
    await this.#seedloom.answerDialog(path);
    await page.getByRole("button", { name: action }).click();
    if (!this.#seedloom.systemDialogs) await new PathDialog(page, action).choose(path, "Open");
  }
}
