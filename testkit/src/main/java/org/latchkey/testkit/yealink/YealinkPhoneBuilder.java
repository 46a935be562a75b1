package org.latchkey.testkit.yealink;

import java.time.Duration;
import org.latchkey.testkit.phone.SimulatedPhoneBuilder;

/**
 * Describes a {@link YealinkPhone} before it exists. Each call checks its value at once.
 *
 * <p>For one thread. No parameter is ever {@code null}.
 *
 * @since 1.0
 */
public final class YealinkPhoneBuilder extends SimulatedPhoneBuilder<YealinkPhoneBuilder> {
  private String model = "SIP-T46S";
  private Firmware firmware = Firmware.parse("66.86.0.15");
  private int modelCode = 66;
  private boolean userAgentMac = true;
  private boolean joinsWithoutSlash;
  private boolean lean;
  private int rangeBytes = 1 << 16;
  private Duration flashTime = Duration.ofSeconds(210);

  YealinkPhoneBuilder(String mac) {
    super(mac);
  }

  @Override
  protected YealinkPhoneBuilder self() {
    return this;
  }

  /**
   * Sets model and firmware.
   *
   * @param token model as in the {@code User-Agent}, such as {@code SIP-T46S} or {@code W60B}
   * @param version four decimal numbers with dots, such as {@code 66.86.0.15}
   * @param code number of the common file, 0 to 999: 66 for {@code y000000000066.cfg}
   * @return this builder
   * @throws IllegalArgumentException if one of them has another form
   */
  public YealinkPhoneBuilder model(String token, String version, int code) {
    if (!token.matches("[A-Za-z0-9_ -]{2,30}")) {
      throw new IllegalArgumentException("model: expected a token like SIP-T46S, got " + token);
    }
    if (code < 0 || code > 999) {
      throw new IllegalArgumentException("code: expected 0 to 999, got " + code);
    }
    firmware = Firmware.parse(version);
    model = token;
    modelCode = code;
    return this;
  }

  /**
   * Sets whether the {@code User-Agent} ends with the MAC. Default: yes.
   *
   * @param shown false to leave it out
   * @return this builder
   */
  public YealinkPhoneBuilder macInUserAgent(boolean shown) {
    userAgentMac = shown;
    return this;
  }

  /**
   * Sets whether the phone appends file names to an address that does not end with a slash without
   * adding one. Default: no.
   *
   * @param joins true for {@code /cfg001565aabbcc.cfg}
   * @return this builder
   */
  public YealinkPhoneBuilder joinsWithoutSlash(boolean joins) {
    joinsWithoutSlash = joins;
    return this;
  }

  /**
   * Sets whether the phone forgets settings that do not steer provisioning, so that 100,000 of them
   * fit into memory. Default: no.
   *
   * @param forgets true to keep only address, credential, schedule and the like
   * @return this builder
   */
  public YealinkPhoneBuilder lean(boolean forgets) {
    lean = forgets;
    return this;
  }

  /**
   * Sets how a firmware update goes.
   *
   * @param piece size of one range request in bytes, from 1; default 65536
   * @param flash time the phone is away, never negative; default 210 s
   * @return this builder
   * @throws IllegalArgumentException if a value is too small
   */
  public YealinkPhoneBuilder firmwareUpdate(int piece, Duration flash) {
    if (piece < 1 || flash.isNegative()) {
      throw new IllegalArgumentException("firmwareUpdate: piece from 1, flash from 0");
    }
    rangeBytes = piece;
    flashTime = flash;
    return this;
  }

  /**
   * Makes the phone, fresh from its box.
   *
   * @return a phone without address and credential
   */
  public YealinkPhone build() {
    YealinkSetup setup =
        new YealinkSetup(
            mac(),
            model,
            modelCode,
            http(),
            abilities(),
            isHonouringStale(),
            isKeepingAlive(),
            userAgentMac,
            joinsWithoutSlash,
            rangeBytes,
            flashTime,
            waiter(),
            random());
    return new YealinkPhone(setup, new Memory(firmware, lean));
  }
}
