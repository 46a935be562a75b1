package org.latchkey.testkit.cisco;

/**
 * What an empty element does. The guide says three things that do not agree.
 *
 * @since 1.0
 */
public enum EmptyValue {
  /** The parameter becomes empty. */
  CLEARS,
  /** The same, but with a {@code ua} attribute only the access right changes. */
  CLEARS_WITHOUT_ACCESS,
  /** The factory's value comes back; only two quotes make the parameter empty. */
  RESTORES_DEFAULT
}
