package dev.shardline.recipe.signal;

import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.clean.ChannelNames;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/// Gives signal channels new labels.
record RenameChannels(ChannelNames names) implements RecordingStep {
  private static final String NAME = "rename-channels";

  private static final Parameter<SortedMap<String, String>> NAMES =
      Parameter.of(
          "names",
          ParameterType.map(ParameterType.text()),
          Collections.emptySortedMap(),
          "the new label for each old one: {EOG horizontal: HEOG}");
  private static final Parameter<Boolean> STANDARD =
      Parameter.of(
          "standard",
          ParameterType.flag(),
          false,
          "spell electrodes as the 10-20 system does: \"Fc5.\" and \"EEG FC5-Ref\" become FC5");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "gives signal channels new labels",
          List.of(NAMES, STANDARD),
          arguments ->
              new RenameChannels(
                  new ChannelNames(arguments.value(NAMES), arguments.value(STANDARD))));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Footprint footprint(long dataBytes) {
    return new Footprint(dataBytes, dataBytes);
  }

  @Override
  public Recording apply(Recording recording) {
    return names.apply(recording);
  }
}
