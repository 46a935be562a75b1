package org.latchkey.servlet;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Requests as no container makes them on demand. All that is not said here is null, 0 or false. */
final class MockRequest {
  private MockRequest() {}

  /** A GET of a device file from this machine, without any header. */
  static HttpServletRequest get() {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn("GET");
    when(request.getRequestURI()).thenReturn("/cfg/" + Site.FILE);
    when(request.getProtocol()).thenReturn("HTTP/1.1");
    when(request.getRemoteAddr()).thenReturn("127.0.0.1");
    when(request.getContentLengthLong()).thenReturn(-1L);
    return request;
  }

  /** The same with the global pass. */
  static HttpServletRequest getWithPass() {
    HttpServletRequest request = get();
    String name = "Authorization";
    String value = Site.BASIC.substring(name.length() + 2);
    when(request.getHeaders(name)).then(call -> Collections.enumeration(List.of(value)));
    return request;
  }
}
