package org.latchkey.testkit.yealink;

/**
 * What the phone's display asks for.
 *
 * @since 1.0
 */
public enum Prompt {
  /** Nothing: no round is interrupted. */
  NONE,
  /** The server wants a credential and the phone has none (administrator guides). */
  CREDENTIAL_WANTED,
  /** The server refused the credential; the phone does nothing more by itself (V70 and later). */
  ACCOUNT_ERROR
}
