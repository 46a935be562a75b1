package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A phone that goes away while it is answered, at moments that no socket can be made to meet. */
@Tag("mockito")
class ClientAbortTest {
  // one permit: a lost one would be seen at once
  private final ProvisioningFilter filter =
      new ProvisioningFilter(Site.latchkey(builder -> builder.mostRequests(1)));
  private final FilterChain chain = mock(FilterChain.class);
  private final Logs logs = new Logs();

  @BeforeEach
  void listen() {
    logs.start();
  }

  @AfterEach
  void quiet() {
    logs.close();
  }

  private static IOException gone() {
    return new IOException("Broken pipe");
  }

  /** An answer whose stream takes the first bytes and then finds nobody. */
  private static HttpServletResponse abortingIn(ByteArrayOutputStream taken) throws IOException {
    HttpServletResponse response = mock(HttpServletResponse.class);
    ServletOutputStream stream =
        mock(
            ServletOutputStream.class,
            call -> {
              if (call.getMethod().getName().equals("write")) {
                taken.write((byte[]) call.getArgument(0), 0, 10);
              }
              throw gone();
            });
    when(response.getOutputStream()).thenReturn(stream);
    return response;
  }

  /** What is answered to somebody who listens. */
  private byte[] answer() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    HttpServletResponse response = mock(HttpServletResponse.class);
    ServletOutputStream stream = mock(ServletOutputStream.class);
    doAnswer(
            call -> {
              body.writeBytes(call.getArgument(0));
              return null;
            })
        .when(stream)
        .write(any(byte[].class));
    when(response.getOutputStream()).thenReturn(stream);
    filter.doFilter(MockRequest.getWithPass(), response, chain);
    verify(response).setStatus(200);
    verify(response).setContentLengthLong(body.size());
    return body.toByteArray();
  }

  private void assertNobodyIsAlarmed(HttpServletResponse response) throws IOException {
    verify(response).setStatus(200);
    verify(response, never()).sendError(anyInt());
    verify(response, never()).sendError(anyInt(), any());
    verify(response, never()).reset();
    verify(response, never()).getWriter();
    verifyNoInteractions(chain);
    assertThat(logs.lines(Level.INFO)).isEmpty();
  }

  @Test
  void doFilter_abortInTheBody_nothingIsAddedAndThePhoneMayRepeat() throws Exception {
    for (int i = 0; i < 3; i++) {
      ByteArrayOutputStream taken = new ByteArrayOutputStream();
      HttpServletResponse response = abortingIn(taken);

      filter.doFilter(MockRequest.getWithPass(), response, chain);

      assertNobodyIsAlarmed(response);
      assertThat(taken.toByteArray()).hasSize(10);
      assertThat(answer()).startsWith(taken.toByteArray());
    }
    assertThat(answer()).isEqualTo(answer());
  }

  @Test
  void doFilter_abortAtTheFlush_nobodyIsAlarmed() throws Exception {
    HttpServletResponse response = mock(HttpServletResponse.class);
    when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
    doThrow(gone()).when(response).flushBuffer();

    filter.doFilter(MockRequest.getWithPass(), response, chain);

    assertNobodyIsAlarmed(response);
    assertThat(answer()).isNotEmpty();
  }

  @Test
  void doFilter_abortBeforeTheBody_nobodyIsAlarmed() throws Exception {
    HttpServletResponse response = mock(HttpServletResponse.class);
    when(response.getOutputStream()).thenThrow(gone());

    filter.doFilter(MockRequest.getWithPass(), response, chain);

    assertNobodyIsAlarmed(response);
    assertThat(answer()).isNotEmpty();
  }
}
