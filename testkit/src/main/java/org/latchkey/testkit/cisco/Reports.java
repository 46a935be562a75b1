package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.Defect;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.PhoneRequest;
import org.latchkey.testkit.phone.PhoneUrl;

/** What a phone sends to servers of its own accord. Only the rule's own bracket counts here. */
final class Reports {
  private static final Pattern ONE_RULE = Pattern.compile("(?:\\[[^\\]]*\\]\\s*)?\\S+");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
  private static final int SALT = 8;

  private final CiscoSetup setup;
  private final Memory memory;
  private final Macros macros;
  private final Transfer transfer;
  private final String dhcpBase;

  Reports(CiscoSetup setup, Memory memory, Macros macros, Transfer transfer, String dhcpBase) {
    this.setup = setup;
    this.memory = memory;
    this.macros = macros;
    this.transfer = transfer;
    this.dhcpBase = dhcpBase;
  }

  /** Sends the configuration to each address of {@code Report_Rule}, a blank between two. */
  Outcome configuration() {
    Matcher rules = ONE_RULE.matcher(memory.get("Report_Rule"));
    Outcome outcome = Outcome.NOT_DUE;
    while (rules.find()) {
      boolean sent =
          send(rules.group(), memory.get("HTTP_Report_Method"), "text/xml", this::report);
      outcome = sent && outcome != Outcome.FAILED ? Outcome.UPLOADED : Outcome.FAILED;
    }
    if (outcome == Outcome.UPLOADED) {
      memory.reported().clear();
      memory.reported().putAll(memory.current());
    }
    return outcome;
  }

  /** Sends a problem report to {@code PRT_Upload_Rule}. */
  Outcome problem(String user, byte[] archive) {
    String rule = memory.get("PRT_Upload_Rule");
    if (rule.isBlank()) {
      return Outcome.NOT_DUE;
    }
    String boundary = "----" + HexFormat.of().toHexDigits(setup.random().nextLong());
    boolean sent =
        send(
            rule,
            memory.get("PRT_Upload_Method"),
            "multipart/form-data; boundary=" + boundary,
            target -> form(boundary, user, archive));
    return sent ? Outcome.UPLOADED : Outcome.FAILED;
  }

  private interface Content {
    byte[] of(Target target);
  }

  private boolean send(String rule, String method, String type, Content content) {
    try {
      Target target = Target.of(rule, setup, macros, dhcpBase);
      Optional<PhoneUrl> url = transfer.url(target.url());
      if (url.isEmpty()) {
        return false;
      }
      PhoneRequest request =
          PhoneRequest.of(method.equals("PUT") ? "PUT" : "POST", url.get())
              .with("Content-Type", type)
              .withBody(content.of(target));
      return transfer.move(request, target.options().credential()) instanceof Fetched.Found;
    } catch (IllegalArgumentException e) {
      transfer.log().defect(Defect.Kind.BAD_URL, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private byte[] report(Target target) {
    byte[] xml = new ReportFile(memory).write(target.options().delta()).getBytes(UTF_8);
    Optional<String> key = target.options().key();
    if (key.isEmpty()) {
      return xml;
    }
    byte[] salt = new byte[SALT];
    setup.random().nextBytes(salt);
    try {
      return SaltedFile.seal(xml, key.get(), salt, setup.keyDigest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] form(String boundary, String user, byte[] archive) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String device = "SEP" + setup.mac().toUpperCase(Locale.ROOT);
    field(form, boundary, "devicename\"", device.getBytes(UTF_8));
    field(form, boundary, "serialno\"", setup.serial().getBytes(UTF_8));
    field(form, boundary, "username\"", user.getBytes(UTF_8));
    ZonedDateTime now = setup.clock().instant().atZone(setup.clock().getZone());
    String file = "probrep-" + STAMP.format(now) + ".tar.gz";
    field(form, boundary, "prt_file\"; filename=\"" + file + "\"", archive);
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(ISO_8859_1));
    return form.toByteArray();
  }

  private static void field(
      ByteArrayOutputStream form, String boundary, String name, byte[] content) {
    String head =
        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n";
    form.writeBytes(head.getBytes(ISO_8859_1));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(ISO_8859_1));
  }
}
