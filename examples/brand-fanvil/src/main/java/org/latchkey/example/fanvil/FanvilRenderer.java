package org.latchkey.example.fanvil;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Remarks;
import org.latchkey.brand.Renderer;
import org.latchkey.brand.Rendering;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;

/** Writes {@code <mac>.cfg}. */
final class FanvilRenderer implements Renderer {
  private static final String ADMINISTRATOR = "10";
  private static final String USER = "5";
  private static final String NAMES = "parameter-names.txt";
  private static final KeyDictionary DICTIONARY =
      KeyDictionary.read(
          NAMES, FanvilRenderer.class.getResourceAsStream(NAMES), KeyDictionary::dotted);

  @Override
  public Parameters map(Rendering rendering) {
    Parameters.Builder out = Parameters.builder();
    out.add("phone.date.EnableSNTP", 1, Layer.LIBRARY)
        .add("web.account.1.Level", ADMINISTRATOR, Layer.LIBRARY)
        .add("web.account.2.Level", USER, Layer.LIBRARY);
    FanvilSettings.TABLE.addPhone(rendering.settings(), FanvilSettings.DIALECT, out);
    FanvilLines.add(out, rendering);
    FanvilKeys.add(out, rendering);
    return out.build();
  }

  @Override
  public Parameters reserved(Rendering rendering) {
    return FanvilReserved.of(rendering);
  }

  @Override
  public boolean reserves(String name) {
    return FanvilReserved.covers(name);
  }

  @Override
  public boolean namesFirmware(String name) {
    return FanvilReserved.namesFirmware(name);
  }

  @Override
  public List<Remark> remarks(Rendering rendering) {
    Settings settings = rendering.settings();
    List<String> unsaid = FanvilSettings.TABLE.unsaid(settings, FanvilSettings.DIALECT);
    List<Remark> remarks = new ArrayList<>(Remarks.unsaid(unsaid, settings));
    remarks.addAll(Remarks.replaced(rendering.device(), FanvilXml::shown));
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).label().isEmpty()) {
        String problem = "the display name is shown instead";
        remarks.add(new Remark("lines[" + i + "].label", Layer.DEVICE, problem));
      }
    }
    return remarks;
  }

  @Override
  public Optional<KeyDictionary> dictionary() {
    return Optional.of(DICTIONARY);
  }

  @Override
  public byte[] write(Parameters parameters) {
    return FanvilXml.write(parameters);
  }
}
