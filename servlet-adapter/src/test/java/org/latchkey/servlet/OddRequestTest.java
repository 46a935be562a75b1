package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Servlet API permits, or a broken filter of the host does, and no container sends. */
@Tag("mockito")
class OddRequestTest {
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final OriginReader reader = new OriginReader(TrustedProxies.of("10.0.0.0/8"));
  private final FilterChain chain = mock(FilterChain.class);

  private int answered(HttpServletRequest request) throws Exception {
    HttpServletResponse response = mock(HttpServletResponse.class);
    int[] status = new int[1];
    doAnswer(call -> status[0] = call.getArgument(0)).when(response).setStatus(anyInt());
    when(response.getOutputStream()).thenReturn(mock(ServletOutputStream.class));
    new ProvisioningFilter(Site.latchkey()).doFilter(request, response, chain);
    return status[0];
  }

  static Stream<Arguments> wrongCertificates() {
    return Stream.<Object>of(
            "text",
            1,
            mock(X509Certificate.class),
            new Object[] {mock(X509Certificate.class)},
            new Certificate[] {mock(X509Certificate.class)},
            new byte[] {1},
            new X509Certificate[0],
            new X509Certificate[] {null})
        // an array is one argument
        .map(attribute -> Arguments.of(new Object[] {attribute}));
  }

  @ParameterizedTest
  @MethodSource("wrongCertificates")
  void read_certificatesOfAnotherType_areNone(Object attribute) throws Exception {
    HttpServletRequest request = MockRequest.getWithPass();
    when(request.getAttribute(CERTIFICATES)).thenReturn(attribute);

    assertThat(reader.read(request).certificates()).isEmpty();
    verify(request).getAttribute(CERTIFICATES);
    assertThat(answered(request)).isEqualTo(200);
  }

  @Test
  void read_certificatesWithGaps_areThoseThatAreThere() {
    X509Certificate first = mock(X509Certificate.class);
    X509Certificate last = mock(X509Certificate.class);
    HttpServletRequest request = MockRequest.get();
    when(request.getAttribute(CERTIFICATES))
        .thenReturn(new X509Certificate[] {null, first, null, last});

    assertThat(reader.read(request).certificates()).containsExactly(first, last);
  }

  @Test
  void doFilter_containerThatTellsNoHeaders_isChallenged() throws Exception {
    HttpServletRequest request = MockRequest.get();
    when(request.getHeaders(anyString())).thenReturn(null);
    when(request.getHeaderNames()).thenReturn(null);

    assertThat(answered(request)).isEqualTo(401);
    when(request.getRemoteAddr()).thenReturn("10.0.0.1");
    assertThat(answered(request)).isEqualTo(401);
    assertThat(reader.read(request).secure()).isFalse();
    assertThat(reader.read(request).certificates()).isEmpty();
  }

  @Test
  void read_noPeer_isNobodyAndNotSecure() throws Exception {
    HttpServletRequest request = MockRequest.getWithPass();
    when(request.getRemoteAddr()).thenReturn(null);

    assertThat(reader.read(request).address().isAnyLocalAddress()).isTrue();
    assertThat(reader.read(request).secure()).isFalse();
    // Basic over a way that others can read
    assertThat(answered(request)).isEqualTo(403);
  }

  @Test
  void doFilter_noTarget_isTheHosts() throws Exception {
    HttpServletRequest request = MockRequest.get();
    when(request.getRequestURI()).thenReturn(null);

    assertThat(answered(request)).isZero();
    verify(chain, times(1)).doFilter(any(), any());
  }
}
