package org.latchkey.testkit.yealink;

/** Unwinds a round because the phone must ask a person. */
final class PromptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Prompt prompt;

  PromptException(Prompt prompt) {
    super(prompt.name());
    this.prompt = prompt;
  }

  Prompt prompt() {
    return prompt;
  }
}
