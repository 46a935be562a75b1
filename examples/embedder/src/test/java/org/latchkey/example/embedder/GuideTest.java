package org.latchkey.example.embedder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the guide with this example. */
class GuideTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "embedding.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

  @Test
  void snippets_all_areOfTheExample() throws IOException {
    List<String> sources = sources();
    List<String> snippets = snippets(Files.readAllLines(GUIDE));
    assertThat(snippets).hasSizeGreaterThanOrEqualTo(3);
    for (String snippet : snippets) {
      assertThat(sources).as(snippet).anyMatch(source -> source.contains(snippet));
    }
  }

  @Test
  void links_all_leadToAFile() throws IOException {
    Matcher link = LINK.matcher(Files.readString(GUIDE));
    List<String> targets = new ArrayList<>();
    while (link.find()) {
      targets.add(link.group(1));
    }
    assertThat(targets).isNotEmpty().allMatch(target -> Files.exists(GUIDE.resolveSibling(target)));
  }

  private static List<String> snippets(List<String> lines) {
    List<String> snippets = new ArrayList<>();
    StringBuilder snippet = new StringBuilder();
    boolean inside = false;
    for (String line : lines) {
      if (inside && line.equals("```")) {
        snippets.add(snippet.toString());
        snippet.setLength(0);
        inside = false;
      } else if (inside) {
        snippet.append(line).append('\n');
      } else {
        inside = line.equals("```java");
      }
    }
    return snippets;
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(path -> path.toString().endsWith(".java")).map(GuideTest::read).toList();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
