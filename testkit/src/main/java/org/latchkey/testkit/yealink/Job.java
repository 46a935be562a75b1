package org.latchkey.testkit.yealink;

import org.latchkey.testkit.phone.Outcome;

/** Something a phone does over the network that a prompt may interrupt and a person resume. */
@FunctionalInterface
interface Job {
  /**
   * Starts, or goes on where a prompt interrupted.
   *
   * @throws PromptException if the phone must ask a person; call again after the answer
   */
  Outcome run(Downloader downloader);
}
