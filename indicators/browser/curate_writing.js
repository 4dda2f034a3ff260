// What has been decided is written into the file, and taken out of it again.

import { filled } from "./curate_dom.js";
import { Requests } from "./curate_requests.js";
import { Refusal } from "./curate_server.js";

const ADDED = ["publishers", "regions", "sectors", "groups", "metrics"]; // sections of the vocabulary

export class Writing extends Requests {
  async write() {
    if (!this.own || !this.review.own || this.isWriting || this.decisions.written) return;
    if (this.isChecking) await this.checkNow();
    if (!this.checked?.passes) return this.say(this.checked?.not_written_because ?? this.words.doesNotPass);
    Object.assign(this, { isWriting: true, message: "" });
    this.draw();
    try {
      const answer = await this.ask("write", { ...this.question(), seen: this.checked.change });
      const { file = this.review.file, path = file, sealed, articles, yaml, change } = answer;
      const added = Object.fromEntries(ADDED.map(name => [name, answer[name] ?? ""]));
      this.decisions.written = { file, path, sealed, articles, yaml, change, ...added, version: this.review.version };
      this.message = "";
      this.say(filled(this.words.writtenTitle, this.decisions.written));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 409) await this.readAgain(); // the file is another one: the next press is about that
      else if (error.body.checked) this.checked = error.body.checked;
      if (!this.isLost) this.message = error.sentence;
      this.say(error.sentence);
    }
    this.isWriting = false;
    this.draw();
    this.keep();
    this.focus("done");
  }

  /** Take what was written out of the file again, as long as nobody has changed the file since. */
  async unwrite() {
    const { version, yaml, ...written } = this.decisions.written;
    const added = Object.fromEntries(ADDED.map(name => [name, written[name] ?? ""]));
    if (this.isWriting || !yaml) return;
    Object.assign(this, { isWriting: true, message: "" });
    this.draw();
    try {
      const { sentence } = await this.ask("take-back", { version, yaml, ...added });
      this.decisions.written = null;
      this.say(sentence);
      this.isWriting = false;
      if (this.review.version === version) this.changed(); // or else it was read again after it was written
      else await this.readAgain();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.message = error.sentence;
      this.say(error.sentence);
    }
    this.isWriting = false;
    this.draw();
    this.keep();
    this.focus("done");
  }
}
