package dev.shardline.recipe.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.data.Tensor;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.Reason;
import dev.shardline.failure.UsageException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Emitter;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.SampleFacts;
import dev.shardline.recipe.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTensorTest {
  private final List<String> said = new ArrayList<>();

  private static Step check(String arguments) throws IOException {
    ObjectNode given = (ObjectNode) CanonicalJson.parse(arguments.getBytes(StandardCharsets.UTF_8));
    return (Step)
        CheckTensor.FACTORY.create(Arguments.read(CheckTensor.FACTORY.parameters(), given));
  }

  private void apply(Step step, float... values) throws MalformedDataException {
    SampleFacts facts =
        new SampleFacts("s7", "subject", new ClassLabel("a", 0), Split.TRAIN, Map.of(), 0);
    step.apply(
        Item.of(facts, Tensor.ofFloats(values, 2, values.length / 2)),
        new Emitter() {
          @Override
          public void emit(Item item) {
            said.add("passed");
          }

          @Override
          public void drop(String rule, String detail) {
            said.add(rule + ": " + detail);
          }
        });
  }

  @Test
  void whatIsAsExpectedPassesUnchanged() throws Exception {
    apply(
        check("{\"shape\":[2,0],\"least\":0,\"most\":1,\"least-foreground\":0.5}"), 0, 1, 0.5f, 0);

    assertThat(said).containsExactly("passed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"shape\":[2,3]} | shape",
        "{\"shape\":[4]} | shape",
        "{\"most\":0.9} | 1.0 at index 1",
        "{\"least\":0.1} | 0.0 at index 0",
        "{\"least-foreground\":0.8} | foreground",
        "{\"most-foreground\":0.2} | foreground"
      })
  void whatIsNotIsQuarantinedAndNamed(String arguments, String named) throws Exception {
    Step step = check(arguments);

    assertThatThrownBy(() -> apply(step, 0, 1, 0.5f, 0))
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.CHECK_FAILED))
        .hasMessageContaining(named);
    assertThat(said).isEmpty();
  }

  @Test
  void notANumberIsFoundUnlessItIsAllowed() throws Exception {
    Step strict = check("{}");
    assertThatThrownBy(() -> apply(strict, 0, Float.NaN)).hasMessageContaining("NaN at index 1");

    apply(check("{\"finite\":false}"), 0, Float.NaN);
    assertThat(said).containsExactly("passed");
  }

  @Test
  void aFailureMayDropTheItemOrStopTheWorker() throws Exception {
    apply(check("{\"most\":0,\"otherwise\":\"drop\"}"), 0, 1);
    assertThat(said.getFirst()).startsWith("check-tensor: ").contains("1.0 at index 1");

    Step stop = check("{\"most\":0,\"otherwise\":\"stop\"}");
    assertThatThrownBy(() -> apply(stop, 0, 1))
        .isInstanceOf(PermanentException.class)
        .hasMessageContaining("sample s7");
  }

  @Test
  void aCheckThatNothingPassesIsRefused() {
    assertThatThrownBy(() -> check("{\"least\":1,\"most\":0}")).isInstanceOf(UsageException.class);
  }
}
