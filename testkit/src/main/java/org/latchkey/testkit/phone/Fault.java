package org.latchkey.testkit.phone;

import java.net.InetAddress;

/**
 * Something that goes wrong at an exact point of a round.
 *
 * <p>Requests are counted from 1 in each call, every request on the wire counts: those that are
 * answered 401, repetitions, and pieces of firmware. Each fault strikes at most once.
 *
 * @since 1.0
 */
public sealed interface Fault {
  /**
   * Power goes before a request is sent.
   *
   * @param request number of the request, from 1
   */
  record PowerCutBefore(int request) implements Fault {}

  /**
   * Power goes when the server has begun to answer but nothing of the answer was read. So the
   * server is certain to have worked on the request.
   *
   * @param request number of the request, from 1
   */
  record PowerCutAfterSending(int request) implements Fault {}

  /**
   * Power goes when half of the body was read.
   *
   * @param request number of the request, from 1
   */
  record PowerCutInBody(int request) implements Fault {}

  /**
   * Power goes when the whole answer was read; what was loaded and not yet applied is lost.
   *
   * @param request number of the request, from 1
   */
  record PowerCutAfterAnswer(int request) implements Fault {}

  /**
   * Power goes while the configuration is written to memory. With a Yealink each file takes two
   * steps: its settings are stored, then its checksum. A Polycom writes its flash, then all other
   * parameters; a Grandstream, for each file, what says where and how it provisions, then all other
   * values; a Snom, a Panasonic and a Cisco take one step for each file, a Snom of the C family one
   * for each module and one for the checksums. With all but a Yealink a step that would change
   * nothing is left out.
   *
   * @param steps how many steps are finished before, from 0
   */
  record PowerCutInApply(int steps) implements Fault {}

  /**
   * The connection breaks when the server has begun to answer; the phone goes on as after a
   * time-out.
   *
   * @param request number of the request, from 1
   */
  record AnswerLost(int request) implements Fault {}

  /**
   * The phone gets another local address before a request is sent, and keeps it.
   *
   * @param request number of the request, from 1
   * @param address the new local address
   */
  record AddressChange(int request, InetAddress address) implements Fault {}

  /**
   * The phone restarts after the answer to a request, as after a firmware update: what was loaded
   * is lost, and the round begins again.
   *
   * @param request number of the request, from 1
   */
  record FirmwareReboot(int request) implements Fault {}
}
