package org.latchkey.brand.yealink;

import java.util.Set;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Parameter;
import org.latchkey.config.Parameters;
import org.latchkey.error.RenderException;
import org.latchkey.format.KeyValueWriter;
import org.latchkey.secret.Secret;
import org.latchkey.secret.SecretAccess;

/**
 * Writes {@code <mac>.cfg}. An empty value of a parameter stands for "back to the default" and is
 * written in the phone's word for it, since a blank would leave the phone as it was.
 */
final class YealinkRenderer implements Renderer {

  @Override
  public Parameters map(Rendering rendering) {
    Set<YealinkQuirk> quirks = YealinkQuirk.of(rendering);
    Parameters.Builder out = Parameters.builder();
    YealinkClock.add(out, rendering.settings());
    YealinkAccounts.add(out, rendering, quirks);
    YealinkKeys.add(out, rendering, quirks);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return YealinkReserved.of(rendering, YealinkQuirk.of(rendering));
  }

  @Override
  public boolean reserves(String name) {
    return YealinkReserved.covers(name);
  }

  @Override
  public byte[] write(Parameters parameters) {
    KeyValueWriter writer = new KeyValueWriter(YealinkGrammar.FIRST_LINE);
    for (Parameter parameter : parameters.list()) {
      try {
        YealinkGrammar.write(writer, parameter.name(), parameter.value());
      } catch (IllegalArgumentException e) {
        throw new RenderException(
            parameter.origin().label(), parameter.name(), String.valueOf(e.getMessage()));
      }
    }
    return writer.toBytes();
  }

  /** The one place of this brand where secrets are read: they are what phones must be told. */
  static String clear(Secret secret) {
    return secret.reveal(SecretAccess.granted());
  }
}
