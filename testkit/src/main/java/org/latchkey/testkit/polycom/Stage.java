package org.latchkey.testkit.polycom;

/** Which of the phone's two programs asks. */
enum Stage {
  UPDATER("Updater"),
  APPLICATION("Application");

  private final String token;

  Stage(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
