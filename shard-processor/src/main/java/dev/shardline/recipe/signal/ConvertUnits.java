package dev.shardline.recipe.signal;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.StepFactory;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.clean.UnitChange;
import dev.shardline.signal.clean.UnitChange.Others;
import java.util.List;

/// Brings signal channels to one unit.
record ConvertUnits(UnitChange change) implements RecordingStep {
  private static final String NAME = "convert-units";

  private static final Parameter<String> TO =
      Parameter.required("to", ParameterType.text(), "the unit: uV, mV, V, g, m/s^2, uS");
  private static final Parameter<Others> OTHERS =
      Parameter.of(
          "others",
          ParameterType.choice(Others.class),
          Others.REFUSE,
          "what becomes of signal channels whose unit does not convert");

  static final StepFactory FACTORY =
      new SignalStepFactory(
          NAME,
          "brings signal channels to one unit",
          List.of(TO, OTHERS),
          arguments ->
              new ConvertUnits(
                  new UnitChange(new SignalUnit(arguments.value(TO)), arguments.value(OTHERS))));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Recording apply(Recording recording) throws MalformedDataException {
    return change.apply(recording);
  }
}
