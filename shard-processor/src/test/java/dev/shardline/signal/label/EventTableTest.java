package dev.shardline.signal.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.Annotation;
import dev.shardline.signal.format.ByteSource;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTableTest {
  private static List<Annotation> read(String text) throws Exception {
    return new EventTable("trial_type").read(ByteSource.of(text.getBytes(UTF_8)));
  }

  @Test
  void eventsOfBidsAreRead() throws Exception {
    assertThat(read("onset\tduration\ttrial_type\tvalue\n1.5\t2\tleft\t7\n4\tn/a\tright \"x\t8\n"))
        .containsExactly(new Annotation(1.5, 2, "left"), new Annotation(4, 0, "right \"x"));
  }

  @Test
  void commasAndQuotesAndAMissingDurationAreRead() throws Exception {
    assertThat(read("trial_type,onset\n\"a, b\",1\n,2\nn/a,3\n"))
        .containsExactly(new Annotation(1, 0, "a, b"));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
    assertThat(read("\uFEFFonset,trial_type\n1,a\n")).containsExactly(new Annotation(1, 0, "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "onset\ttrial_type\nsoon\tleft\n",
        "onset\ttrial_type\nn/a\tleft\n",
        "onset\tduration\ttrial_type\n1\t-1\tleft\n",
        "onset\tduration\ttrial_type\n1e999\t1\tleft\n",
        "onset\tduration\n1\t1\n",
        "onset\tonset\ttrial_type\n1\t1\ta\n",
        "",
      })
  void brokenTablesAreRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedDataException.class);
  }

  @Test
  void messageNamesRowColumnAndWhatWasFound() {
    assertThatThrownBy(() -> read("onset\ttrial_type\n1\ta\nsoon\tleft\n"))
        .hasMessageStartingWith("events, row 2, column onset at byte")
        .hasMessageEndingWith("expected a number of seconds, found \"soon\"");
  }

  @Property(tries = 300)
  void nothingButARefusalComesOutOfAnyText(@ForAll String text) {
    Throwable thrown = catchThrowable(() -> read("onset,duration,trial_type\n" + text));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(MalformedDataException.class);
    }
  }
}
