package org.latchkey.brand.polycom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.latchkey.brand.Renderer;

/**
 * Any bytes for overrides that a phone sends: nothing is thrown, and what may go back is XML with
 * nothing reserved in it, and stays the same when it is sent once more.
 */
class PolycomOverridesFuzzTest {
  private static final Renderer RENDERER = Samples.BRAND.renderer();

  @FuzzTest
  @DictionaryEntries({
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "encoding=\"UTF-16\"",
    "<PHONE_CONFIG>",
    "<OVERRIDES ",
    "/>",
    "</PHONE_CONFIG>",
    "device.prov.user=\"x\"",
    "device.set=\"1\"",
    "prov.polling.enabled=\"0\"",
    "up.idleTimeout=\"1\"",
    "&#100;",
    "&amp;",
    "<!DOCTYPE",
    "<![CDATA[",
    "<!--",
    "xmlns:a=\"b\""
  })
  void overrides_anyBytes_keepNothingReserved(byte[] input) {
    byte[] sent = input.clone();
    RENDERER
        .withoutReserved(input)
        .ifPresent(
            bytes -> {
              ConfigXml kept = ConfigXml.of(bytes);
              assertThat(kept.names())
                  .isNotEmpty()
                  .doesNotHaveDuplicates()
                  .noneMatch(RENDERER::reserves);
              assertThat(RENDERER.withoutReserved(bytes))
                  .hasValueSatisfying(again -> assertThat(again).isEqualTo(bytes));
            });
    assertThat(input).isEqualTo(sent);
  }
}
