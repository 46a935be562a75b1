/**
 * From jakarta.servlet to the core and back: a filter that takes the provisioning path and its
 * siblings, a servlet for hosts that map {@code /cfg/*}, and the proxies whose word counts.
 *
 * <p>All tests of this package run in Jetty 12.1 (EE 10), Tomcat 10.1, Tomcat 11 and Undertow 2.3.
 * What a host must know of these:
 *
 * <dl>
 *   <dt>Jetty
 *   <dd>By default it answers 400 to {@code /cfg//001565aabbcc.cfg}: allow {@code
 *       UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT}. For a context that is itself named {@code
 *       /cfg}, {@code setAllowNullPathInContext(true)} prevents a redirect to {@code /cfg/}.
 *   <dt>Tomcat
 *   <dd>For a context that is itself named {@code /cfg}, {@code
 *       mapperContextRootRedirectEnabled="false"} prevents a redirect to {@code /cfg/}. Its own
 *       answers to malformed requests are pages with stack trace and version, unless its {@code
 *       ErrorReportValve} has {@code showReport="false" showServerInfo="false"}. It answers 400 to
 *       a {@code Host} with an underscore, so the public URL must have none. After 400, 413 and 503
 *       it closes the connection, and phones open another. Behind an upload of more than 512 KiB it
 *       reads on up to {@code maxSwallowSize}, 2 MiB by default, before it closes. With {@code
 *       continueResponseTiming="onRead"} a phone that waits for leave to send such an upload is
 *       refused at once; by default Tomcat lets it send before anybody is asked.
 *   <dt>Undertow
 *   <dd>Leave {@code ALLOW_UNESCAPED_CHARACTERS_IN_URL} off: it decodes what {@code getRequestURI}
 *       returns, so that encoded slashes pass for slashes and the Digest of a target with percent
 *       signs is refused. It has no time limit for reading a body, so that an upload that stalls
 *       holds a thread: set {@code org.xnio.Options.READ_TIMEOUT}. It answers 413 to bodies of more
 *       than {@code MAX_ENTITY_SIZE}, 2 MiB by default. It takes a chunk length that is no number
 *       for 0, the end of the body, and closes the connection of a phone whose chunks end too early
 *       without an answer.
 * </dl>
 *
 * <p>None of them chunks an answer, and what one of them refuses itself is nothing that a phone is
 * known to send.
 */
@org.jspecify.annotations.NullMarked
package org.latchkey.servlet;
