package dev.shardline.recipe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.UsageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An ordered chain of steps, checked: it begins with a [SourceStep], every step takes what the one
/// before it gives, and every output ends in a tensor. A `tee` may end the chain in several outputs
/// with further steps each.
public final class Recipe {
  /// The name of the output of a recipe without a `tee`.
  public static final String MAIN = "";

  private final long seed;
  private final List<RecipeStep> steps;
  private final SortedMap<String, List<RecipeStep>> outputs;
  private final SourceStep source;

  /// @param seed what random steps start from
  /// @param steps the common chain, at least one
  /// @param outputs for each output of the `tee` its further steps; `{"": []}` without a `tee`
  /// @throws UsageException if the chain does not fit together
  public Recipe(long seed, List<RecipeStep> steps, SortedMap<String, List<RecipeStep>> outputs) {
    this.seed = seed;
    this.steps = List.copyOf(steps);
    SortedMap<String, List<RecipeStep>> copy = new TreeMap<>();
    outputs.forEach((name, branch) -> copy.put(name, List.copyOf(branch)));
    this.outputs = Collections.unmodifiableSortedMap(copy);
    this.source = RecipeCheck.check(this.steps, this.outputs);
  }

  /// A recipe with one output.
  public static Recipe of(long seed, List<RecipeStep> steps) {
    return new Recipe(seed, steps, new TreeMap<>(Map.of(MAIN, List.of())));
  }

  public long seed() {
    return seed;
  }

  /// The common chain.
  public List<RecipeStep> steps() {
    return steps;
  }

  /// The names of the outputs, in order; only [#MAIN] without a `tee`.
  public Set<String> outputs() {
    return outputs.keySet();
  }

  /// The steps of an output beyond the common chain.
  public List<RecipeStep> branch(String output) {
    List<RecipeStep> branch = outputs.get(output);
    if (branch == null) {
      throw new IllegalArgumentException("The recipe has no output `" + output + "`");
    }
    return branch;
  }

  /// The first step.
  public SourceStep source() {
    return source;
  }

  /// Whether a sample may give more than one record to an output.
  public boolean emitsMany(String output) {
    return Stream.concat(steps.stream(), branch(output).stream())
        .anyMatch(
            step -> step.transform().signature().multiplicity() == Signature.Multiplicity.MANY);
  }

  /// Every step of the chain and its branches, in order of execution.
  public Stream<RecipeStep> allSteps() {
    return Stream.concat(steps.stream(), outputs.values().stream().flatMap(List::stream));
  }

  /// The first step that has to be fitted before the recipe can run.
  public Optional<RecipeStep> unfitted() {
    return allSteps().filter(step -> step.transform() instanceof Estimator<?>).findFirst();
  }

  /// The same recipe with another step at one place.
  ///
  /// @param output whose branch it is; [#MAIN] for the common chain
  /// @param index of the step in that list
  Recipe with(String output, int index, RecipeStep step) {
    SortedMap<String, List<RecipeStep>> branches = new TreeMap<>(outputs);
    List<RecipeStep> common = steps;
    if (output.equals(MAIN)) {
      common = replaced(steps, index, step);
    } else {
      branches.put(output, replaced(branch(output), index, step));
    }
    return new Recipe(seed, common, branches);
  }

  private static List<RecipeStep> replaced(List<RecipeStep> steps, int index, RecipeStep step) {
    List<RecipeStep> changed = new ArrayList<>(steps);
    changed.set(index, step);
    return changed;
  }

  /// The most memory a sample needs on its way, given what its source needs: the highest of the
  /// steps' peaks, with what stays alive before them, and all its encoded records.
  public MemoryNeed memoryNeed(Footprint ofSource) {
    return RecipeFootprint.need(this, ofSource);
  }

  /// The same where the decoded data lies in a scratch file and records go to disk one by one.
  public StoredNeed storedNeed(StoredSource source) {
    return StoredNeed.of(steps, outputs, source);
  }

  /// The canonical form: the same for the same steps however they were written.
  public ObjectNode canonical() {
    ObjectNode node = CanonicalJson.object().put("seed", seed);
    writeSteps(steps, node.putArray("steps"));
    if (!outputs.keySet().equals(Set.of(MAIN))) {
      ObjectNode tee = node.putObject("outputs");
      outputs.forEach((name, branch) -> writeSteps(branch, tee.putArray(name)));
    }
    return node;
  }

  private static void writeSteps(List<RecipeStep> steps, ArrayNode array) {
    steps.forEach(step -> array.add(step.canonical()));
  }

  /// The digest of the canonical form.
  public Digest digest() {
    return CanonicalJson.digestOf(canonical());
  }
}
