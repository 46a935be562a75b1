package org.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.Authorization.Malformed;

/** Damaged headers, 100,000 of them and always the same: none throws, none is read wrongly. */
class AuthorizationMutationTest {
  private static final int INPUTS = 100_000;
  private static final String SECRET = "open sesame";
  private static final List<String> SEEDS =
      List.of(
          "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
          "basic dGVzdDoxMjPCow==",
          new Formula("user", "realm", SECRET, "/cfg/f.cfg", "n0nce", "c").header("00000001"),
          "Digest username=\"a\\\"b\\\\\", realm=r, nonce=n, uri=\"/f\", algorithm=SHA-256, nc=0000000A,"
              + " cnonce=c, qop=\"auth\", response="
              + "8ca523f5e9506fed4657c9700eebdbec".repeat(2)
              + ", userhash=false, opaque=\"\"");
  private static final String SPICE =
      "\",=\\ \t\r\n\u0000:;%/+-_*'AZaz09\u007f\u00e9\u0131\u4e2d\ud800";

  private final Random random = new Random(7616);
  private final AuthorizationParser parser =
      new AuthorizationParser(EnumSet.allOf(DigestAlgorithm.class));
  private final Map<String, Integer> kinds = new TreeMap<>();

  @Test
  void parse_damagedHeaders_neverThrowsAndNeverMisreads() {
    for (int i = 0; i < INPUTS; i++) {
      String header = damaged(SEEDS.get(i % SEEDS.size()), random.nextInt(4));
      Authorization parsed = parser.parse(List.of(header));
      check(header, parsed);
      kinds.merge(parsed.getClass().getSimpleName(), 1, Integer::sum);
    }
    // neither is it all refused at the first glance, nor is the damage without effect
    assertThat(kinds).containsOnlyKeys("Basic", "Digest", "Malformed", "None");
    assertThat(kinds.values()).allMatch(count -> count > INPUTS / 100);
  }

  private static void check(String header, Authorization parsed) {
    if (parsed instanceof Digest digest) {
      String all =
          digest.username()
              + digest.realm()
              + digest.nonce()
              + digest.uri()
              + digest.nc()
              + digest.cnonce()
              + digest.response();
      boolean sound =
          all.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)
              && !digest.username().isEmpty()
              && !digest.nonce().isEmpty()
              && !digest.uri().isEmpty()
              && !digest.cnonce().isEmpty()
              && digest.response().length() == 2 * digest.algorithm().bytes()
              && digest.response().matches("[0-9a-f]+")
              && digest.nonceCount() >= 1
              && digest.nonceCount() == Long.parseLong(digest.nc(), 16);
      assertThat(sound).as(header).isTrue();
    } else if (parsed instanceof Basic basic) {
      assertThat(basic.username()).as(header).doesNotContain(":").doesNotContainPattern("\\p{Cc}");
    } else if (parsed instanceof Malformed malformed) {
      assertThat(malformed.problem()).as(header).isNotBlank().matches("[ -~]{1,100}");
    }
  }

  private String damaged(String header, int hits) {
    StringBuilder text = new StringBuilder(header);
    for (int hit = 0; hit < hits; hit++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(7)) {
        case 0 -> text.insert(at, spice());
        case 1 -> text.setLength(Math.max(1, at));
        case 2 -> text.delete(at, end);
        case 3 -> text.insert(at, text.substring(at, end));
        case 4 -> {
          String other = SEEDS.get(random.nextInt(SEEDS.size()));
          text.insert(at, other.substring(random.nextInt(other.length())));
        }
        case 5 -> text.insert(at, (char) random.nextInt(0x10000));
        default -> text.setCharAt(Math.min(at, text.length() - 1), spice());
      }
      if (text.isEmpty()) {
        text.append(spice());
      }
    }
    return text.toString();
  }

  private char spice() {
    return SPICE.charAt(random.nextInt(SPICE.length()));
  }
}
