// Draws what a simulation found. ECharts is restored by set-up and served by this host.
import * as echarts from '/studio/echarts.mjs';

const day = 24 * 3600 * 1000;
const shown = time => { const date = new Date(time); return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`; };
const at = text => Date.parse(`${text}T00:00:00Z`);

function chart(element) {
    echarts.getInstanceByDom(element)?.dispose();
    const drawn = echarts.init(element);
    const watcher = new ResizeObserver(() => (element.isConnected ? drawn.resize() : watcher.disconnect()));
    watcher.observe(element);
    return drawn;
}

const frame = { textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, animation: false };

export function drawSteps(element, steps) {
    const first = Math.min(...steps.map(step => at(step.from)));
    element.style.height = `${60 + 30 * steps.length}px`;
    chart(element).setOption({
        ...frame,
        grid: { left: 110, right: 24, top: 8, bottom: 32 },
        xAxis: { type: 'value', min: first, axisLabel: { formatter: shown, hideOverlap: true }, splitLine: { lineStyle: { color: '#e3e6ea' } } },
        yAxis: { type: 'category', inverse: true, data: steps.map(step => step.step) },
        tooltip: { formatter: ({ dataIndex }) => `${steps[dataIndex].step}<br>${shown(at(steps[dataIndex].from))} 至 ${shown(at(steps[dataIndex].until))}` },
        series: [
            { type: 'bar', stack: 'span', itemStyle: { color: 'transparent' }, silent: true, data: steps.map(step => at(step.from)) },
            { type: 'bar', stack: 'span', barWidth: 16, itemStyle: { color: '#1f5fbf', borderRadius: 3 }, data: steps.map(step => at(step.until) - at(step.from) + day) },
        ],
    });
}

export function drawLoad(element, load) {
    const weeks = [...new Set(load.map(each => each.week))];
    const roles = [...new Set(load.map(each => each.role))];
    chart(element).setOption({
        ...frame,
        color: ['#1f5fbf', '#1a7f37', '#8250df', '#bf7a00', '#b3261e'],
        grid: { left: 56, right: 24, top: 40, bottom: 40 },
        legend: { data: roles, top: 0 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: weeks.map(week => shown(at(week))) },
        yAxis: { type: 'value', name: '任务（件）' },
        series: roles.map(role => ({ name: role, type: 'bar', stack: 'tasks', data: weeks.map(week => load.find(each => each.week === week && each.role === role)?.tasks ?? 0) })),
    });
}
