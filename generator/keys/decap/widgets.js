// Two widgets, made of Decap's own.

// A figure of which only the number is known, or the entries themselves: Decap's number or its list,
// whichever the page has, and a choice between the two.
export function figureControl(NumberControl, ListControl) {
  const { createClass, h } = window;
  return createClass({
    getInitialState() {
      const { value } = this.props;
      return { isNumber: typeof value === "number" || typeof value === "string" };
    },

    // Decap asks whether to draw anew only where the value differs; entries differ within.
    shouldComponentUpdate: () => true,

    validate() {
      if (this.inner?.validate) this.inner.validate();
      else this.props.validate();
    },

    choose(isNumber) {
      if (isNumber === this.state.isNumber) return;
      this.setState({ isNumber });
      this.props.onChange(isNumber ? "" : undefined);
    },

    choice(isNumber, text) {
      return h("label", { key: text, style: { marginRight: "1.5em" } },
        h("input", {
          type: "radio",
          name: `${this.props.forID}-form`,
          checked: this.state.isNumber === isNumber,
          disabled: this.props.isDisabled,
          onChange: () => this.choose(isNumber),
        }), ` ${text}`);
    },

    render() {
      const { isNumber } = this.state;
      const control = isNumber
        ? h(NumberControl, { ...this.props, field: this.props.field.set("value_type", "int").set("min", 0) })
        : h(ListControl, { ...this.props, value: this.props.value || undefined, ref: (inner) => { this.inner = inner; } });
      return h("div", {},
        h("div", { role: "radiogroup", style: { padding: "0.5em 0" } },
          this.choice(true, "Only the number is known"), this.choice(false, "The entries themselves")),
        control);
    },
  });
}

// The name of a page's file: Decap's relation, to which a folder `x/index` is `x`.
export function pagesControl(RelationControl) {
  const { createClass, h } = window;
  const named = (hit) => ({ ...hit, slug: hit.slug.replace(/\/index$/, "") });
  return createClass({
    shouldComponentUpdate: () => true,

    async query(...given) {
      const result = await this.props.query(...given);
      return { ...result, payload: { ...result.payload, hits: (result.payload.hits ?? []).map(named) } };
    },

    isValid() {
      return this.inner?.isValid() ?? true;
    },

    render() {
      const { queryHits } = this.props;
      return h(RelationControl, {
        ...this.props,
        // A translation has it from the page; Decap shows it there hidden, and would write it.
        onChange: this.props.isFieldHidden?.(this.props.field) ? () => {} : this.props.onChange,
        query: this.query,
        queryHits: queryHits?.map(named),
        ref: (inner) => { this.inner = inner; },
      });
    },
  });
}
