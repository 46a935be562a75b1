package org.latchkey.testkit.grandstream;

/** What some lines do and others do not. */
enum Habit {
  /** The server path may begin with a scheme, which then beats P212. */
  SCHEME_IN_PATH,
  /** P212, P1360 and P1361 count for the firmware server too. */
  ONE_SERVER_PAIR,
  /** A new server path in a configuration makes the phone ask there at once. */
  RERUN_ON_NEW_PATH,
  /** Redirects are followed, up to three hops. */
  FOLLOWS_REDIRECTS,
  /** P8501 tells the order of files, P8601 the types. */
  ORDER_BY_CONFIG,
  /** P20713 makes the phone show its credential with Basic before it is asked. */
  PRE_EMPTIVE,
  /** A refusal opens a box for user name and password. */
  PROMPTS,
  /** There is a phone book to download. */
  PHONEBOOK,
  /** The phone book is named as on old phones. */
  OLD_PHONEBOOK_NAME,
  /** The binary file is asked for although the XML file was there. */
  BINARY_AFTER_XML,
  /** An item that is there and empty goes back to its default. */
  EMPTY_ITEM_RESETS
}
