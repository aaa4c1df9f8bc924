type CountsProps = { counts: readonly (readonly [name: string, count: number | string])[]; className?: string };

export function Counts({ counts, className = 'counters' }: CountsProps) {
  return (
    <dl className={className}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
